"""One function per thing a person can do; each is one journalled step and returns its Changes."""
