"""Custom actions, one file each, thin."""

TERMINAL_SCENARIO = "late-parcel"
"""What `rasa shell` plays."""
