"""What is known of the selected annotation, and its editing."""
