"""What can be done with a study, one subject a file: load, call a room, save; commands and pages are windows on it."""
