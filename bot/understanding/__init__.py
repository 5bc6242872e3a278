"""What a message says: acts, language, form of address, findings. No Rasa, no torch."""
