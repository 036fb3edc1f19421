"""Set-up and upkeep of the repository; nothing here is shipped."""
