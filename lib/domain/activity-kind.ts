/** What an agent can do with a card. */
export const activityKinds = [
  'link-inserted',
  'answer-inserted',
  'step-inserted',
  'opened',
  'copied',
  'helpful',
  'dismissed',
  'flag-wrong',
  'flag-outdated',
  'flag-unclear',
] as const;
export type ActivityKind = (typeof activityKinds)[number];
