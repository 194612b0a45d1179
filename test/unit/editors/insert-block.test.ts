// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BlockContent, ComposerHandle } from '#lib/editors/composer-handle.ts';
import { type InsertResult, insertBlock } from '#lib/editors/insert-block.ts';

const content: BlockContent = {
  html: '<p>Restart the router.</p><ol><li>Hold the button.</li></ol>',
  text: 'Restart the router.\n\n1. Hold the button.',
  textile: 'Restart the *router*.\n\n# Hold the button.',
  markdown: 'Restart the **router**.\n\n1. Hold the button.',
};

/** What jsdom lacks: the events' data, and a browser's own editing. Each editor below says what it does with them. */
class FakeDataTransfer {
  private readonly held = new Map<string, string>();
  setData(type: string, data: string): void {
    this.held.set(type, data);
  }
  getData(type: string): string {
    return this.held.get(type) ?? '';
  }
}
class FakeClipboardEvent extends Event {
  readonly clipboardData: FakeDataTransfer;
  constructor(type: string, init: EventInit & { clipboardData: FakeDataTransfer }) {
    super(type, init);
    this.clipboardData = init.clipboardData;
  }
}
let execCommand = vi.fn<(command: string, ui: boolean, value: string) => boolean>(() => false);

beforeEach(() => {
  vi.useFakeTimers();
  execCommand = vi.fn(() => false);
  Object.assign(window, { DataTransfer: FakeDataTransfer, ClipboardEvent: FakeClipboardEvent });
  Object.assign(document, { execCommand: (...args: [string, boolean, string]) => execCommand(...args) });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

async function settled(promise: Promise<InsertResult>): Promise<InsertResult> {
  await vi.runAllTimersAsync();
  return promise;
}

function field(
  value: string,
  format: ComposerHandle['format'] = 'text',
): ComposerHandle & { element: HTMLTextAreaElement } {
  const element = document.createElement('textarea');
  element.defaultValue = value;
  document.body.append(element);
  return { element, format };
}

function region(html: string): ComposerHandle {
  const element = document.createElement('div');
  element.setAttribute('contenteditable', 'true');
  element.tabIndex = 0;
  element.innerHTML = html;
  document.body.append(element);
  return { element, format: 'html' };
}

/** An editor with a model of its own, which takes pastes a little later. */
function takesPaste(target: ComposerHandle, afterMs: number, change = (html: string) => html): void {
  target.element.addEventListener('paste', (event) => {
    event.preventDefault();
    const html = (event as ClipboardEvent).clipboardData?.getData('text/html') ?? '';
    const range = document.getSelection()?.getRangeAt(0);
    setTimeout(() => range?.insertNode(document.createRange().createContextualFragment(change(html))), afterMs);
  });
}

describe('a plain field', () => {
  it.each([
    ['text', content.text],
    ['textile', content.textile],
    ['markdown', content.markdown],
    ['html', content.text],
  ] as const)('holding %s gets that form, and the page hears of it', async (format, expected) => {
    const target = field('', format);
    const heard = vi.fn();
    target.element.addEventListener('input', heard);
    expect(await settled(insertBlock(target, content, ['exec', 'value']))).toEqual({ ok: true, strategy: 'value' });
    expect(target.element.value).toBe(expected);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('goes before the signature of a field nobody touched', async () => {
    const target = field('Hello,\n\n-- \nAlex');
    await settled(insertBlock(target, content, ['value']));
    expect(target.element.value).toBe(`Hello,\n\n${content.text}\n\n-- \nAlex`);
  });

  it('goes to the caret, apart from the words around it', async () => {
    const target = field('');
    target.element.value = 'Hello Priya, bye';
    target.element.setSelectionRange(0, 12);
    await settled(insertBlock(target, content, ['value']));
    expect(target.element.value).toBe(`Hello Priya,\n\n${content.text}\n\n bye`);
  });

  it('inserts the same block twice if asked twice', async () => {
    const target = field('');
    await settled(insertBlock(target, content, ['value']));
    expect((await settled(insertBlock(target, content, ['value']))).ok).toBe(true);
    expect(target.element.value.split('Restart').length).toBe(3);
  });
});

describe('an editable region', () => {
  it('is believed once its own text holds the block, late or not', async () => {
    const target = region('<p></p>');
    takesPaste(target, 500);
    expect(await settled(insertBlock(target, content, ['paste', 'exec']))).toEqual({ ok: true, strategy: 'paste' });
    expect(execCommand).not.toHaveBeenCalled();
    expect(target.element.textContent).toBe('Restart the router.Hold the button.');
  });

  it('goes on to the next strategy when a paste is ignored', async () => {
    const target = region('<p></p>');
    execCommand.mockImplementation((_command, _ui, html) => {
      document.getSelection()?.getRangeAt(0).insertNode(document.createRange().createContextualFragment(html));
      return true;
    });
    expect(await settled(insertBlock(target, content, ['paste', 'exec']))).toEqual({ ok: true, strategy: 'exec' });
    expect(execCommand).toHaveBeenCalledWith('insertHTML', false, content.html);
  });

  it('is not fooled by text that shows for a moment and goes again', async () => {
    const target = region('<p>Hello</p>');
    execCommand.mockImplementation(() => {
      const shown = document.createElement('div');
      shown.innerHTML = content.html;
      target.element.append(shown);
      setTimeout(() => shown.remove(), 60);
      return true;
    });
    expect(await settled(insertBlock(target, content, ['exec']))).toEqual({ ok: false, reason: 'unchanged' });
    expect(target.element.innerHTML).toBe('<p>Hello</p>');
  });

  it('stops where the editor made other text of it, so that nothing is doubled', async () => {
    const target = region('<p></p>');
    takesPaste(target, 10, () => 'Restart');
    expect(await settled(insertBlock(target, content, ['paste', 'exec']))).toEqual({ ok: false, reason: 'garbled' });
    expect(execCommand).not.toHaveBeenCalled();
  });

  it('says so when the page threw the field away', async () => {
    const target = region('<p></p>');
    target.element.addEventListener('paste', (event) => {
      event.preventDefault();
      target.element.remove();
    });
    expect(await settled(insertBlock(target, content, ['paste', 'exec']))).toEqual({ ok: false, reason: 'gone' });
  });

  it('goes to the end of what stands before the signature', async () => {
    const target = region('<p>Hello,</p><div><p class="sign">Alex</p></div>');
    takesPaste(target, 0);
    await settled(insertBlock(target, content, ['paste'], ['.sign']));
    expect(target.element.textContent).toBe('Hello,Restart the router.Hold the button.Alex');
  });

  it('goes to the remembered caret and keeps its own paragraphs', async () => {
    const target = region('<p>One two</p>');
    const pasted = vi.fn((html: string) => html);
    takesPaste(target, 0, pasted);
    const caret = document.createRange();
    caret.setStart(target.element.querySelector('p')?.firstChild as Text, 3);
    await settled(insertBlock({ ...target, caret }, content, ['paste']));
    expect(pasted).toHaveBeenCalledWith(`<p><br></p>${content.html}<p><br></p>`);
    expect(target.element.textContent).toBe('OneRestart the router.Hold the button. two');
  });

  it('waits for a placeholder that goes at the first focus', async () => {
    const target = region('Type here');
    target.element.addEventListener('focus', () => target.element.replaceChildren(document.createElement('p')));
    takesPaste(target, 0);
    expect(await settled(insertBlock(target, content, ['paste']))).toEqual({ ok: true, strategy: 'paste' });
    expect(target.element.textContent).toBe('Restart the router.Hold the button.');
  });
});
