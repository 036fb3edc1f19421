"""Search: words of a text, what a query means, where it is found, and the index of words in both databases."""
