"""The buyer: agenda, facts, mood, traps, endings. Pure: state in, state out."""
