import { toSimplified } from './han-variants.ts';
import { stemEnglish } from './stem-english.ts';
import { stemRomanianFolded } from './stem-romanian.ts';
import { ENGLISH_STOP_WORDS, HAN_PARTICLES, ROMANIAN_STOP_WORDS } from './stop-words.ts';

/** How the words of a text become index terms. Chinese text always goes in bigrams, whatever the stemmer. */
export type Stemmer = 'english' | 'romanian' | 'none';

/** Called for each term with the place of its word in the text given. */
export type VisitTerm = (term: string, start: number, end: number) => void;

/** Calls `visit` for each term of a text, in order; stop words are left out. The text must be in NFC. */
export type Tokenise = (text: string, visit: VisitTerm) => void;

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ][\p{L}\p{M}]+|(?<=\p{N})\.\p{N}+)*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+/gu;
const FIRST_UNSPACED = 0x2e80;
const CACHE_LIMIT = 100_000;

/** The stemmer for a normalised language. Latin words in Chinese articles are taken for English ones. */
export function stemmerFor(language: string): Stemmer {
  if (language === 'en' || language.startsWith('zh')) return 'english';
  return language === 'ro' ? 'romanian' : 'none';
}

/** A word in lower case without the marks on its letters: full-width, accented and cedilla forms meet. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant.
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower
    .replace(/[’‘ʼ]/g, "'")
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC');
}

function termOf(word: string, stemmer: Stemmer): string | null {
  const folded = foldWord(word);
  if (/\p{N}/u.test(folded)) return folded;
  if (folded.length < 2) return null;
  if (stemmer === 'english') return ENGLISH_STOP_WORDS.has(folded) ? null : stemEnglish(folded) || null;
  if (stemmer === 'romanian') return ROMANIAN_STOP_WORDS.has(folded) ? null : stemRomanianFolded(folded) || null;
  return folded.replace(/'.*$/, '') || null;
}

/** Character pairs of one run of Chinese; a run of one character gives that character. */
function visitBigrams(run: string, at: number, visit: VisitTerm): void {
  const characters = [...run];
  let position = at;
  let previous: { term: string; start: number } | null = null;
  let isPaired = false;
  const flush = (end: number): void => {
    if (previous !== null && !isPaired) visit(previous.term, previous.start, end);
    previous = null;
    isPaired = false;
  };
  for (const character of characters) {
    const term = toSimplified(character);
    if (HAN_PARTICLES.has(term)) flush(position);
    else {
      const before: { term: string; start: number } | null = previous;
      if (before !== null) visit(before.term + term, before.start, position + character.length);
      isPaired = before !== null;
      previous = { term, start: position };
    }
    position += character.length;
  }
  flush(position);
}

/** A tokeniser with a bounded memory of the words it met, for one build or one query. */
export function createTokeniser(stemmer: Stemmer): Tokenise {
  const cache = new Map<string, string | null>();
  const visitWord = (word: string, start: number, visit: VisitTerm): void => {
    let term = cache.get(word);
    if (term === undefined) {
      term = termOf(word, stemmer);
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(word, term);
    }
    if (term !== null) visit(term, start, start + word.length);
  };
  const visitMixed = (word: string, start: number, visit: VisitTerm): void => {
    let rest = 0;
    for (const run of word.matchAll(UNSPACED)) {
      if (run.index > rest) visitWord(word.slice(rest, run.index), start + rest, visit);
      visitBigrams(run[0], start + run.index, visit);
      rest = run.index + run[0].length;
    }
    if (rest < word.length) visitWord(word.slice(rest), start + rest, visit);
  };
  return (text, visit) => {
    for (const found of text.matchAll(WORD)) {
      const word = found[0];
      let isMixed = false;
      for (let at = 0; at < word.length && !isMixed; at++) isMixed = word.charCodeAt(at) >= FIRST_UNSPACED;
      if (isMixed) visitMixed(word, found.index, visit);
      else visitWord(word, found.index, visit);
    }
  };
}
