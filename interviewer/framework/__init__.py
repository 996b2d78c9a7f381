"""The framework room: YAML files to domain values, with every problem told at its place.

    locate    where the frameworks folder is
    loader    what there is, loading it, checking it
    export    frameworks and questions as JSON
    schema    JSON Schemas of the files

Behind them, from text to values: nodes (YAML) -> reading (shapes) -> documents, sources (files)
-> checks -> build.
"""
