import type { SeedTicket } from './ticket-record.ts';

/** What the helpdesk shows where no ticket files exist. */
export const seedTickets: readonly SeedTicket[] = [
  {
    id: '1001',
    subject: 'No connection since the storm',
    requester: { name: 'Ada Winters', email: 'ada.winters@fernmail.example' },
    status: 'open',
    tags: ['fault', 'fibre'],
    priority: 'high',
    channel: 'email',
    language: 'en',
    createdAt: '2026-11-20T08:12:00Z',
    messages: [
      {
        id: '1001-1',
        role: 'customer',
        author: 'Ada Winters',
        at: '2026-11-20T08:12:00Z',
        html: '<p>Hello, the light on our hub has been red since last night and nothing loads.</p>',
      },
      {
        id: '1001-2',
        role: 'note',
        author: 'Robin Hale',
        at: '2026-11-20T08:30:00Z',
        html: '<p>Line test shows a loss of signal at the cabinet. Two neighbours called as well.</p>',
      },
      {
        id: '1001-3',
        role: 'system',
        author: 'Larkfield Helpdesk',
        at: '2026-11-20T08:31:00Z',
        html: '<p>Priority changed from normal to high.</p>',
      },
    ],
  },
  {
    id: '1002',
    subject: 'Charged twice in October',
    requester: { name: 'Jonah Pell', email: 'jonah.pell@quillpost.example' },
    status: 'new',
    tags: ['billing'],
    priority: 'normal',
    channel: 'web',
    language: 'en',
    createdAt: '2026-11-21T10:02:00Z',
    messages: [
      {
        id: '1002-1',
        role: 'customer',
        author: 'Jonah Pell',
        at: '2026-11-21T10:02:00Z',
        html: '<p>My bank shows two payments of 38.50 on 14 October. Can I have one of them back?</p>',
      },
    ],
  },
  {
    id: '1003',
    subject: 'Moving house next month',
    requester: { name: 'Sunita Rao', email: 'sunita.rao@fernmail.example' },
    status: 'pending',
    tags: ['moving', 'contract'],
    priority: 'low',
    channel: 'chat',
    language: 'en',
    createdAt: '2026-11-18T15:40:00Z',
    messages: [
      {
        id: '1003-1',
        role: 'customer',
        author: 'Sunita Rao',
        at: '2026-11-18T15:40:00Z',
        html: '<p>We move on 12 December. Can we take our broadband with us?</p>',
      },
      {
        id: '1003-2',
        role: 'agent',
        author: 'Robin Hale',
        at: '2026-11-18T16:05:00Z',
        html: '<p>Hello Sunita, yes. Could you send me the postcode of the new address?</p>',
      },
    ],
  },
];
