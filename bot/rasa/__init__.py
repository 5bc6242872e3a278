"""Graph components, channel and tracker store that Rasa's files name. Imports rasa."""
