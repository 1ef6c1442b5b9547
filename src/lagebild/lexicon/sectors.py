"""The sectors of the PLOVER manual 2.0 that word lists may use."""

SECTORS = frozenset(
    {
        *("GOV", "MIL", "SPY", "COP", "JUD", "LEG"),  # of a state
        *("PTY", "OPP", "REB", "UAF", "RAD", "CRM"),  # who contends with it, or for it
        *("CVL", "ELI", "BUS", "MNC", "LAB", "AGR", "EDU", "HLH", "MED", "REL", "REF", "HRI"),  # society
        *("IGO", "NGO", "NGM", "IMG"),  # between and beyond states
    }
)
