"""The figures the project promises, each measured beside a floor in the same run."""
