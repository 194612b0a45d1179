import { formatOf, isArticleFile } from '#lib/domain/kb/import/import-source.ts';
import type { PickedFile } from '#lib/messaging/page-work.ts';

function readEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A directory's reader gives its entries in portions; an empty one is the last. */
async function* entriesOf(directory: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = directory.createReader();
  for (let some = await readEntries(reader); some.length > 0; some = await readEntries(reader)) yield* some;
}

async function collect(entry: FileSystemEntry, path: string, into: PickedFile[]): Promise<void> {
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    into.push({ file, name: path });
  } else if (entry.isDirectory) {
    for await (const child of entriesOf(entry as FileSystemDirectoryEntry)) {
      await collect(child, `${path}/${child.name}`, into);
    }
  }
}

/** Files inside a folder that are no articles are passed over; a file picked by itself is kept, so that its refusal is told. */
function onlyWanted(files: readonly PickedFile[]): PickedFile[] {
  return files
    .filter(({ name }) => !name.includes('/') || isArticleFile(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** The files that a picker gave; those of a folder go by their path in it. */
export function pickedFiles(files: Iterable<File>): PickedFile[] {
  return onlyWanted([...files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
}

/** All files that were dropped, those in dropped folders too. Must be called in the drop event's own turn. */
export async function droppedFiles(data: DataTransfer): Promise<PickedFile[]> {
  // The list is emptied when the event is over; entries and files outlive it. A file that is on no disk has no entry.
  const dropped = [...data.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: PickedFile[] = [];
  for (const { entry, file } of dropped) {
    if (entry !== null) await collect(entry, entry.name, found);
    else if (file !== null) found.push({ file, name: file.name });
  }
  return onlyWanted(found);
}

/** What a picker should offer. */
export const ACCEPTED = ['json', 'jsonl', 'ndjson', 'csv', 'tsv', 'zip', 'md', 'markdown', 'html', 'htm']
  .filter((ending) => formatOf(`a.${ending}`) !== null)
  .map((ending) => `.${ending}`)
  .join(',');
