"""The phase Cluster: hints at notes that say the same, merging by search, taking apart."""
