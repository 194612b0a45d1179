import { Dexie, type Table } from 'dexie';
import type { ActivityKind } from '#lib/domain/activity-kind.ts';
import type { Article } from '#lib/domain/kb/article.ts';

/**
 * One whole state of the knowledge base. An import writes a new generation beside the one in force and
 * takes over by a single write, so a cancelled or failed import leaves the old one untouched.
 */
export interface KbGeneration {
  readonly generation: number;
  readonly state: 'building' | 'active';
  readonly articleCount: number;
  /** Figures the ranking needs (document count, average field lengths), opaque to storage. */
  readonly stats: unknown;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
}

/** What a card shows of an article, kept apart from the body so that ranking never loads bodies. */
export type CardRow = Omit<Article, 'body'> & { readonly generation: number; readonly docNo: number };
export type ArticleRow = Article & { readonly generation: number; readonly docNo: number };

/** Postings of consecutive terms; `lastTerm` is the greatest term inside. See docs/index-format.md. */
export interface IndexBlockRow {
  readonly generation: number;
  readonly lastTerm: string;
  readonly bytes: Uint8Array;
}

/** Something the agent did with a card. Holds no ticket text: the ticket is a salted hash. */
export interface ActivityRow {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly kind: ActivityKind;
  readonly articleId: string;
  readonly ticketHash: string;
}

/** A site the person enabled. `adapterId` is null where the page is recognised by its address. */
export interface SiteRow {
  readonly origin: string;
  readonly adapterId: string | null;
  readonly enabledAt: number;
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

/** The extension's only database; opened by the background and by import workers, never by a content script. */
export class YeswardDatabase extends Dexie {
  declare articles: Table<ArticleRow, [number, number]>;
  declare cards: Table<CardRow, [number, number]>;
  declare indexBlocks: Table<IndexBlockRow, [number, string]>;
  declare kbGenerations: Table<KbGeneration, number>;
  declare activity: Table<ActivityRow, string>;
  declare sites: Table<SiteRow, string>;
  declare settings: Table<SettingRow, string>;

  constructor(name = 'yesward') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      articles: '[generation+docNo], [generation+id]',
      cards: '[generation+docNo]',
      indexBlocks: '[generation+lastTerm]',
      kbGenerations: 'generation, state',
      activity: 'id, at, [ticketHash+articleId]',
      sites: 'origin',
      settings: 'key',
    });
  }
}
