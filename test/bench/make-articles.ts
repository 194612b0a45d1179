import type { Article, ArticleId, Block } from '#lib/domain/kb/article.ts';
import { blocksText } from '#lib/domain/kb/article-text.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/*
 * Made-up articles for measuring at scale: words fall off in frequency as in English (Zipf), the commonest are
 * real function words, and each article keeps returning to some thirty words of its own subject.
 */

const FUNCTION_WORDS =
  `the to and you of a in is for your it on that with or be this can if are we not will at from as have by an our but
  when do all so they was has up which there out their what more about how any who then than them into no other after`.split(
    /\s+/,
  );
const SYLLABLES =
  'ba be bi bo bu ca ce co cu da de di do du fa fe fi fo ga go la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo za zo cra dri fle gra plo pra ste sti tra tro'.split(
    ' ',
  );
const CONSONANTS = ['', '', 'n', 'r', 's', 't', 'l', 'd', 'm', 'k'] as const;
const VOCABULARY_SIZE = 120_000;
/** Zipf's law with Mandelbrot's shift: frequency is proportional to 1 / (rank + 2.7). */
const RANK_SHIFT = 2.7;
const SUBJECT_WORDS = 30;
const SUBJECT_SHARE = 0.25;
const MEAN_LOG_LENGTH = Math.log(280);

interface Language {
  word(random: SeededRandom): string;
  /** A word that names something, from the middle of the vocabulary. */
  subjectWord(random: SeededRandom): string;
}

/** The word of one rank; each differs from all others, since its number is written in syllables. */
function madeWord(rank: number): string {
  const digits: string[] = [];
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    digits.push(SYLLABLES[(rest * 37 + digits.length * 11) % SYLLABLES.length] ?? '');
  }
  return digits.reverse().join('') + (CONSONANTS[rank % CONSONANTS.length] ?? '');
}

function makeLanguage(): Language {
  const cumulative = new Float64Array(VOCABULARY_SIZE);
  let total = 0;
  for (let rank = 0; rank < VOCABULARY_SIZE; rank++) {
    total += 1 / (rank + RANK_SHIFT);
    cumulative[rank] = total;
  }
  const wordAt = (rank: number): string => FUNCTION_WORDS[rank] ?? madeWord(rank);
  return {
    word: (random) => {
      const point = random.next() * total;
      let low = 0;
      let high = VOCABULARY_SIZE - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((cumulative[middle] ?? 0) < point) low = middle + 1;
        else high = middle;
      }
      return wordAt(low);
    },
    subjectWord: (random) => wordAt(100 + Math.floor(20_000 * random.next() ** 2)),
  };
}

function gaussian(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function sentence(language: Language, subject: readonly string[], random: SeededRandom): string {
  const words = Array.from({ length: 6 + random.below(14) }, () =>
    random.next() < SUBJECT_SHARE ? (subject[random.below(subject.length)] ?? '') : language.word(random),
  );
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function paragraph(text: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}

function body(language: Language, subject: readonly string[], random: SeededRandom): Block[] {
  const wanted = Math.min(4000, Math.exp(MEAN_LOG_LENGTH + 0.7 * gaussian(random)));
  const blocks: Block[] = [];
  for (let words = 0; words < wanted; ) {
    const sentences = Array.from({ length: 2 + random.below(4) }, () => sentence(language, subject, random));
    words += sentences.join(' ').split(' ').length;
    const isSteps = random.next() < 0.2;
    if (isSteps)
      blocks.push({ type: 'list', ordered: true, start: 1, items: sentences.map((step) => [paragraph(step)]) });
    else blocks.push(paragraph(sentences.join(' ')));
  }
  return blocks;
}

/** `count` made-up English articles, the same for the same seed. */
export function* makeArticles(count: number, seed = 1): Generator<Article> {
  const language = makeLanguage();
  const random = seededRandom(seed);
  for (let number = 0; number < count; number++) {
    const subject = Array.from({ length: SUBJECT_WORDS }, () => language.subjectWord(random));
    yield {
      id: `made-${number}` as ArticleId,
      title: sentence(language, subject, random).split(' ').slice(0, 9).join(' '),
      body: body(language, subject, random),
      url: `https://kb.example/made-${number}`,
      language: 'en',
      visibility: random.next() < 0.1 ? 'internal' : 'public',
      updated: new Date(Date.UTC(2026, 10, 22) - random.below(900) * 86_400_000).toISOString().slice(0, 10),
      reviewed: null,
      owner: null,
      tags: subject.slice(0, 3),
    };
  }
}

/** Made-up ticket texts in the same words, of about `words` words each that are no function words. */
export function* makeTicketTexts(count: number, seed = 1, words = 58): Generator<string> {
  const language = makeLanguage();
  const random = seededRandom(seed + 1_000_003);
  const functionWords = new Set(FUNCTION_WORDS);
  for (let number = 0; number < count; number++) {
    const subject = Array.from({ length: SUBJECT_WORDS }, () => language.subjectWord(random));
    const telling = new Set<string>();
    const sentences: string[] = [];
    while (telling.size < words) {
      const text = sentence(language, subject, random);
      sentences.push(text);
      for (const word of text.toLowerCase().slice(0, -1).split(' ')) if (!functionWords.has(word)) telling.add(word);
    }
    yield sentences.join(' ');
  }
}

/** An article as one line of an importable JSONL file. */
export function articleLine(article: Article): string {
  return JSON.stringify({ ...article, body: blocksText(article.body) });
}

if (import.meta.main) {
  const [count, seed] = [process.argv[2], process.argv[3] ?? '1'].map(Number);
  if (count === undefined || !Number.isInteger(count) || count < 1) {
    console.error('Usage: node test/bench/make-articles.ts COUNT [SEED] > articles.jsonl');
    process.exitCode = 2;
  } else {
    for (const article of makeArticles(count, seed)) process.stdout.write(`${articleLine(article)}\n`);
  }
}
