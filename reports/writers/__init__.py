"""Writers: one file a format, from a figure or a report to bytes on disk."""
