// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { rememberCaret } from '#lib/editors/caret-memory.ts';

const watching = new AbortController();
afterEach(() => document.body.replaceChildren());

function setUp(): { region: HTMLElement; other: HTMLElement } {
  document.body.innerHTML = '<div contenteditable="true" tabindex="0"><p>One two</p></div><input>';
  return {
    region: document.querySelector('div') as HTMLElement,
    other: document.querySelector('input') as HTMLElement,
  };
}

function wordsOf(region: HTMLElement): Text {
  return region.querySelector('p')?.firstChild as Text;
}

function putCaret(region: HTMLElement, offset: number): void {
  document.getSelection()?.collapse(wordsOf(region), offset);
}

describe('rememberCaret', () => {
  it('knows where the caret was after the focus went elsewhere, and moves it along with edits', () => {
    const memory = rememberCaret(document, watching.signal);
    const { region, other } = setUp();
    expect(memory.caretOf(region)).toBeNull();
    region.focus();
    putCaret(region, 7);
    other.focus();
    document.getSelection()?.removeAllRanges();
    expect(memory.caretOf(region)?.startOffset).toBe(7);
    wordsOf(region).insertData(0, '12');
    expect(memory.caretOf(region)?.startOffset).toBe(9);
  });

  it('stops with its signal', () => {
    const controller = new AbortController();
    const memory = rememberCaret(document, controller.signal);
    const { region, other } = setUp();
    controller.abort();
    region.focus();
    putCaret(region, 3);
    other.focus();
    expect(memory.caretOf(region)).toBeNull();
  });
});
