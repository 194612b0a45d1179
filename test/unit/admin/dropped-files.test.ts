import { describe, expect, it } from 'vitest';
import { ACCEPTED, droppedFiles, pickedFiles } from '#components/admin/dropped-files.ts';
import { formatOf } from '#lib/domain/kb/import/import-source.ts';

const fileEntry = (name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (resolve: (file: File) => void) => resolve(new File([name], name)),
});

/** A directory whose reader gives its entries two at a time, as browsers give a hundred. */
function directoryEntry(name: string, children: readonly object[]) {
  const readEntries = () => {
    let at = 0;
    return (resolve: (entries: readonly object[]) => void) => {
      resolve(children.slice(at, at + 2));
      at += 2;
    };
  };
  return { name, isFile: false, isDirectory: true, createReader: () => ({ readEntries: readEntries() }) };
}

function dropOf(...items: readonly (object | File)[]): DataTransfer {
  const list = items.map((item) => ({
    webkitGetAsEntry: () => (item instanceof File ? null : item),
    getAsFile: () => (item instanceof File ? item : null),
  }));
  return { items: list } as unknown as DataTransfer;
}

describe('droppedFiles', () => {
  it('walks folders to their end and names each file by its path', async () => {
    const drop = dropOf(
      directoryEntry('kb', [
        fileEntry('c.md'),
        directoryEntry('en', [fileEntry('a.html'), fileEntry('b.md'), fileEntry('d.md')]),
        fileEntry('logo.png'),
        fileEntry('.hidden.md'),
      ]),
    );
    const found = await droppedFiles(drop);
    expect(found.map(({ name }) => name)).toEqual(['kb/c.md', 'kb/en/a.html', 'kb/en/b.md', 'kb/en/d.md']);
    expect(await Promise.all(found.map(({ file }) => file.text()))).toEqual(['c.md', 'a.html', 'b.md', 'd.md']);
  });

  it('keeps a file dropped by itself, whatever it is, so that it is refused aloud', async () => {
    const found = await droppedFiles(dropOf(fileEntry('photo.png'), new File(['x'], 'pasted.json')));
    expect(found.map(({ name }) => name)).toEqual(['pasted.json', 'photo.png']);
  });
});

describe('pickedFiles', () => {
  it('names files of a picked folder by their path', () => {
    const inFolder = Object.defineProperty(new File(['x'], 'a.md'), 'webkitRelativePath', { value: 'kb/en/a.md' });
    const image = Object.defineProperty(new File(['x'], 'a.png'), 'webkitRelativePath', { value: 'kb/en/a.png' });
    const alone = Object.defineProperty(new File(['x'], 'b.csv'), 'webkitRelativePath', { value: '' });
    expect(pickedFiles([inFolder, image, alone]).map(({ name }) => name)).toEqual(['b.csv', 'kb/en/a.md']);
  });
});

describe('ACCEPTED', () => {
  it('offers only what can be read', () => {
    const endings = ACCEPTED.split(',');
    expect(endings).toContain('.jsonl');
    expect(endings.every((ending) => formatOf(`file${ending}`) !== null)).toBe(true);
  });
});
