"""What an annotated article is: frozen values and pure functions, free of SQL and Qt."""
