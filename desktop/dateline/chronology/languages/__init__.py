"""Time expressions in Turkish, Russian and Kazakh: word tables, and the grammar that puts them into English."""
