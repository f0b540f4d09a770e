"""The words that TimeML 1.2.1 has for things."""

CLASSES = frozenset({"OCCURRENCE", "STATE", "REPORTING", "PERCEPTION", "ASPECTUAL", "I_ACTION", "I_STATE"})
TYPES = frozenset({"DATE", "TIME", "DURATION", "SET"})
MODS = frozenset(
    {
        *("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS"),
        *("EQUAL_OR_MORE", "START", "MID", "END", "APPROX"),
    }
)
TLINKS = frozenset(
    {
        *("BEFORE", "AFTER", "IBEFORE", "IAFTER", "INCLUDES", "IS_INCLUDED", "DURING", "DURING_INV"),
        *("SIMULTANEOUS", "IDENTITY", "BEGINS", "BEGUN_BY", "ENDS", "ENDED_BY"),
    }
)
SLINKS = frozenset({"MODAL", "EVIDENTIAL", "NEG_EVIDENTIAL", "FACTIVE", "COUNTER_FACTIVE", "CONDITIONAL"})
ALINKS = frozenset({"INITIATES", "CULMINATES", "TERMINATES", "CONTINUES", "REINITIATES"})

# What an instance of an event says: the values it may have (none: any), and the one that is meant where an annotation
# says nothing and that must stand in the file all the same. They are those of the shipped schema.
INSTANCE: dict[str, tuple[frozenset[str], str]] = {
    "tense": (frozenset({"PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE"}), "NONE"),
    "aspect": (frozenset({"NONE", "PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE"}), "NONE"),
    "polarity": (frozenset({"POS", "NEG"}), "POS"),
    "pos": (frozenset({"VERB", "NOUN", "ADJECTIVE", "PREPOSITION", "OTHER"}), "VERB"),
    "modality": (frozenset(), ""),
    "cardinality": (frozenset(), ""),
}
TIMEX: dict[str, frozenset[str]] = {
    "functionInDocument": frozenset(
        {
            *("NONE", "CREATION_TIME", "EXPIRATION_TIME", "MODIFICATION_TIME", "PUBLICATION_TIME"),
            *("RELEASE_TIME", "RECEPTION_TIME"),
        }
    ),
    "quant": frozenset(),
    "freq": frozenset(),
}
UNKNOWN = frozenset({"XXXX-XX-XX", "PXX"})  # a value must be there; these say that nobody knows it
