from __future__ import annotations

from reports.writers.glyphs import SharedGlyphs

LETTER = '<symbol id="gAB12" overflow="visible"><path d="M 0 0"/></symbol>'
DRAWING = (
    '<svg viewBox="0 0 10 20" width="10pt" height="20pt" xmlns="http://www.w3.org/2000/svg" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><defs>' + LETTER + "</defs>"
    '<use xlink:href="#gAB12" x="0" y="0" fill-rule="nonzero"/><rect fill="url(#p1)"/></svg>'
)


def test_a_letter_of_two_drawings_is_written_once() -> None:
    glyphs = SharedGlyphs()
    one, other = glyphs.inline(DRAWING, alt="Een"), glyphs.inline(DRAWING, alt="Twee")
    assert glyphs.definitions.count("<symbol") == 1
    assert "<defs>" not in one + other
    assert one.replace("Een", "Twee") == other


def test_names_and_what_refers_to_them_change_together() -> None:
    glyphs = SharedGlyphs()
    drawn = glyphs.inline(DRAWING, alt="Een")
    assert '<use href="#d1" x="0"/>' in drawn
    assert 'id="d1"' in glyphs.definitions
    assert "url(#d2)" in drawn


def test_the_drawing_keeps_its_proportions_and_gets_its_alternative_text() -> None:
    drawn = SharedGlyphs().inline(DRAWING, alt='Kaart met "beleving" & meer')
    assert 'viewBox="0 0 10 20"' in drawn
    assert 'role="img" aria-label="Kaart met &quot;beleving&quot; &amp; meer"' in drawn
    assert "10pt" not in drawn
