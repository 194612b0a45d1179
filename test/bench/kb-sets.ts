import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ticketQuery } from '#lib/domain/kb/ticket-query.ts';
import type { Judgements } from '#test/eval/retrieval-metrics.ts';

export interface BenchDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
}

export interface BenchQuestion {
  readonly id: string;
  readonly text: string;
}

/** Documents searched together, and questions about them. */
export interface BenchCollection {
  readonly documents: readonly BenchDocument[];
  readonly questions: readonly BenchQuestion[];
}

/** One retrieval test: collections that are searched apart and judged together. */
export interface BenchSet {
  readonly name: string;
  readonly collections: readonly BenchCollection[];
  readonly judgements: Judgements;
}

type Row = Readonly<Record<string, string | undefined>>;

function rows(path: string): Row[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Row => JSON.parse(line));
}

function documentOf(row: Row): BenchDocument {
  return { id: row.id ?? '', title: row.title ?? '', text: row.text ?? '', language: 'en' };
}

/** Relevant documents by question, of the questions kept. */
function judgementsOf(pairs: readonly Row[], questions: readonly BenchQuestion[]): Judgements {
  const judgements = new Map(questions.map((question) => [question.id, new Set<string>()]));
  for (const { q = '', d = '' } of pairs) judgements.get(q)?.add(d);
  return new Map([...judgements].filter(([, relevant]) => relevant.size > 0));
}

function readSet(folder: string, name: string): BenchSet {
  const documents = rows(join(folder, name, 'corpus.jsonl'));
  const questions = rows(join(folder, name, 'queries.test.jsonl'));
  const domains = [...new Set(documents.map((row) => row.domain))];
  const questionOf = (row: Row): BenchQuestion => ({ id: row.id ?? '', text: row.text ?? '' });
  const collections = domains.map((domain) => ({
    documents: documents.filter((row) => row.domain === domain).map(documentOf),
    questions: questions.filter((row) => row.domain === domain).map(questionOf),
  }));
  return {
    name,
    collections,
    judgements: judgementsOf(rows(join(folder, name, 'qrels.test.jsonl')), questions.map(questionOf)),
  };
}

/** All documents in one index, and every n-th question. */
function mixed(sets: readonly BenchSet[], others: readonly BenchDocument[], every: number): BenchSet {
  const collections = sets.flatMap((set) => set.collections);
  const documents = [...collections.flatMap((collection) => collection.documents), ...others];
  const questions = collections.flatMap((collection) => collection.questions).filter((_, at) => at % every === 0);
  const judgements = new Map(sets.flatMap((set) => [...set.judgements]));
  const kept = questions.flatMap(({ id }): [string, ReadonlySet<string>][] => {
    const relevant = judgements.get(id);
    return relevant === undefined ? [] : [[id, relevant]];
  });
  return { name: 'mixed', collections: [{ documents, questions }], judgements: new Map(kept) };
}

/** The public retrieval sets, last the mixed one, where a folder of them is at hand; else `null`. */
export function publicSets(folder: string): readonly BenchSet[] | null {
  if (!existsSync(join(folder, 'feedbackqa', 'corpus.jsonl'))) return null;
  const sets = [readSet(folder, 'feedbackqa'), readSet(folder, 'stackfaq')];
  const bank = rows(join(folder, 'bank', 'corpus.jsonl')).map(documentOf);
  return [...sets, mixed(sets, bank, 4)];
}

interface DemoTicket {
  readonly id: string;
  readonly subject: string;
  readonly language: string;
  readonly expected: readonly string[];
  readonly messages: readonly { readonly role: 'customer' | 'agent' | 'note' | 'system'; readonly html: string }[];
}

function demoDocument(path: string): BenchDocument {
  const [, head = '', text = ''] = /^---\r?\n([\s\S]*?)\n---\r?\n([\s\S]*)$/.exec(readFileSync(path, 'utf8')) ?? [];
  const field = (name: string): string => new RegExp(`^${name}:\\s*"?(.*?)"?\\s*$`, 'm').exec(head)?.[1] ?? '';
  const plain = text.replace(/\]\([^)]*\)/g, ']');
  return {
    id: field('id'),
    title: field('title'),
    text: `${plain}\n\n${field('tags').replace(/[[\],]/g, ' ')}`,
    language: field('language'),
  };
}

function demoQuestion(ticket: DemoTicket): BenchQuestion {
  const messages = ticket.messages.map(({ role, html }, at) => {
    const lines = html.replace(/<\/?(?:br|p|div|li|blockquote)\b[^>]*>/g, '\n').replace(/<[^>]+>/g, '');
    return { id: String(at), role, author: '', text: lines.replace(/&amp;/g, '&'), links: [] };
  });
  const { parts } = ticketQuery({ subject: ticket.subject, messages });
  return { id: ticket.id, text: parts.map((part) => part.text).join('\n') };
}

/** The demo company's articles in all languages, and its tickets with the articles that should be found. */
export function demoSet(folder: string): BenchSet {
  const files = (path: string): string[] => readdirSync(path).map((name) => join(path, name));
  const documents = files(join(folder, 'kb'))
    .flatMap(files)
    .filter((path) => path.endsWith('.md'))
    .map(demoDocument);
  const tickets = files(join(folder, 'tickets')).flatMap((path): DemoTicket[] =>
    JSON.parse(readFileSync(path, 'utf8')),
  );
  const judged = tickets.filter((ticket) => ticket.expected.length > 0);
  return {
    name: 'demo',
    collections: [{ documents, questions: judged.map(demoQuestion) }],
    judgements: new Map(judged.map((ticket) => [ticket.id, new Set(ticket.expected)])),
  };
}
