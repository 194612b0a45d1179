import { isAnswerSent, sentUrls } from '#lib/domain/kb/already-sent.ts';
import type { ArticleId } from '#lib/domain/kb/article.ts';
import { articleAgeDays } from '#lib/domain/kb/freshness.ts';
import { type RankedArticle, rankArticles } from '#lib/domain/kb/rank-articles.ts';
import type { TicketQuery } from '#lib/domain/kb/ticket-query.ts';
import type { Ticket } from '#lib/domain/ticket.ts';
import type { Card, Reply } from '#lib/messaging/protocol.ts';
import { readTicketActivity } from '#lib/storage/activity.ts';
import type { YeswardDatabase } from '#lib/storage/database.ts';
import { createKbReader, type KbReader } from '#lib/storage/kb-reader.ts';

function toCard(ranked: RankedArticle, now: Date, helpfulIds: ReadonlySet<string>): Card {
  const { id, title, url, language, visibility } = ranked.card;
  return {
    id,
    title,
    url,
    language,
    visibility,
    freshness: ranked.freshness,
    ageDays: articleAgeDays(ranked.card, now),
    matched: [...ranked.matched],
    isAlreadySent: ranked.isAlreadySent,
    isHelpful: helpfulIds.has(id),
  };
}

/** Those of the articles inserted on this ticket that an agent's message in its thread holds. */
async function readSentIds(
  reader: KbReader,
  ticket: Ticket,
  insertedIds: ReadonlySet<string>,
): Promise<Set<ArticleId>> {
  const articles = await Promise.all([...insertedIds].map((id) => reader.readArticle(id as ArticleId)));
  return new Set(articles.flatMap((article) => (article && isAnswerSent(ticket, article.body) ? article.id : [])));
}

/** Ranks the stored articles for a query, leaving out what was dismissed on this ticket and marking what was sent. */
export async function rankCards(
  db: YeswardDatabase,
  query: TicketQuery,
  context: { readonly ticket: Ticket | null; readonly hash: string; readonly limit: number },
): Promise<Reply<'ticket.opened'>> {
  const now = new Date();
  const activity = await readTicketActivity(db, context.hash);
  const reader = createKbReader(db);
  const options = {
    limit: context.limit,
    now,
    sentUrls: context.ticket ? sentUrls(context.ticket) : new Set<string>(),
    sentIds: context.ticket ? await readSentIds(reader, context.ticket, activity.insertedIds) : new Set<ArticleId>(),
    dismissedIds: activity.dismissedIds as ReadonlySet<ArticleId>,
  };
  const found = await reader.withIndex(async (index) => ({
    articleCount: index.stats.documentCount,
    ranked: await rankArticles(query, index, options),
  }));
  if (found === null) return { articleCount: 0, cards: [] };
  return {
    articleCount: found.articleCount,
    cards: found.ranked.map((ranked) => toCard(ranked, now, activity.helpfulIds)),
  };
}
