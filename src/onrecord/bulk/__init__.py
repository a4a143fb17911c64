"""Many WARC files, on many machines → Parquet: cut by file, each read in a process that may die, written whole or not at all.

A run goes top down: `pieces` are named, `dataflow` hands them to workers, a worker's `piece` is fetched by `places`, read
by a `child` under the eyes of `reading`, and written with its `manifest` into the `folder`. `copies` comes after.
"""
