"""PostgreSQL: the launcher, the migrations and one store a table family. The only SQL."""
