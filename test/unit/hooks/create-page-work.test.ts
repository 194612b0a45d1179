import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageWork, type OpenWorkPort, type WorkState } from '#components/hooks/create-page-work.ts';
import type { WorkOutcome, WorkProgress, WorkRequest, WorkUpdate } from '#lib/messaging/page-work.ts';

const order = { kind: 'rebuild' } as const;
const progress: WorkProgress = { stage: 'reading', bytesRead: 1, bytesTotal: 2, articles: 3, errors: 0 };
const stored: WorkOutcome = { state: 'stored', articleCount: 1, written: 1, replaced: 0, carriedOver: 0 };

let heard: WorkState[];
let sent: WorkRequest[];
let closed: number;
let say: (update: WorkUpdate | null) => void;

const openPort: OpenWorkPort = (hear) => {
  say = hear;
  return {
    post: (request) => sent.push(request),
    close: () => {
      closed++;
    },
  };
};

beforeEach(() => {
  [heard, sent, closed] = [[], [], 0];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const begin = () => {
  const work = createPageWork(openPort, (state) => heard.push(state));
  work.start(order);
  return work;
};

describe('createPageWork', () => {
  it('tells of progress and of the end, and ends the worker', () => {
    begin();
    expect(sent).toEqual([{ type: 'start', order }]);
    say({ type: 'progress', progress });
    say({ type: 'done', outcome: stored });
    expect(heard).toEqual([
      { state: 'running', order, progress: null, isCancelling: false },
      { state: 'running', order, progress, isCancelling: false },
      { state: 'done', order, outcome: stored },
    ]);
    expect(closed).toBe(1);
  });

  it('does one piece of work at a time, and another after it', () => {
    const work = begin();
    work.start({ kind: 'back-up' });
    expect(sent).toHaveLength(1);
    say({ type: 'done', outcome: stored });
    work.start({ kind: 'back-up' });
    expect(sent.at(-1)).toEqual({ type: 'start', order: { kind: 'back-up' } });
  });

  it('asks the worker once to cancel and waits for its word', () => {
    const work = begin();
    work.cancel();
    work.cancel();
    expect(sent.slice(1)).toEqual([{ type: 'cancel' }]);
    expect(heard.at(-1)).toMatchObject({ state: 'running', isCancelling: true });
    expect(closed).toBe(0);
    say({ type: 'done', outcome: { state: 'cancelled' } });
    expect(heard.at(-1)).toMatchObject({ state: 'done', outcome: { state: 'cancelled' } });
    vi.advanceTimersByTime(60_000);
    expect(closed).toBe(1);
  });

  it('tells that it was stored where the cancel came too late', () => {
    const work = begin();
    work.cancel();
    say({ type: 'done', outcome: stored });
    expect(heard.at(-1)).toMatchObject({ outcome: stored });
  });

  it('ends a worker that does not stop by itself', () => {
    const work = begin();
    work.cancel();
    vi.advanceTimersByTime(30_000);
    expect(closed).toBe(1);
    expect(heard.at(-1)).toMatchObject({ state: 'done', outcome: { state: 'cancelled' } });
  });

  it('says that it failed where the worker breaks down', () => {
    begin();
    say(null);
    expect(heard.at(-1)).toMatchObject({ state: 'done', outcome: { state: 'failed', code: 'failed' } });
    expect(closed).toBe(1);
  });

  it('does nothing on a cancel without work', () => {
    createPageWork(openPort, (state) => heard.push(state)).cancel();
    expect([heard, sent]).toEqual([[], []]);
  });
});
