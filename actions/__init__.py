"""Custom actions, one file each, thin."""
