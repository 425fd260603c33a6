"""Where concrete things meet: settings, clock, database, documents."""
