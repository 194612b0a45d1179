import type { Adapter } from './adapter.ts';
import generic from './adapters/generic.json' with { type: 'json' };
import larkfieldHelpdesk from './adapters/larkfield-helpdesk.json' with { type: 'json' };
import redmine from './adapters/redmine.json' with { type: 'json' };
import rt5 from './adapters/rt5.json' with { type: 'json' };

// A JSON import widens "paste" to string; test/unit/crm/adapters.test.ts holds every file against the schema.

/** The CRMs known by name, tried in this order. */
export const builtInAdapters = [rt5, redmine, larkfieldHelpdesk] as readonly unknown[] as readonly Adapter[];

/** For pages that no adapter knows; what it lacks is found by `read-generic.ts`. */
export const genericAdapter = generic as unknown as Adapter;
