import type { ImportSource } from '#lib/domain/kb/import/import-source.ts';

/** Streams are not iterable in every browser that has them. */
async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

/** A file that the person picked; in a picked folder its path names it. */
export function fileSource(file: File): ImportSource {
  const path = file.webkitRelativePath;
  return { name: path === '' ? file.name : path, size: file.size, open: () => piecesOf(file) };
}
