"""When each branch mails, as data with its source."""
