import type { CrmName } from '#test/crm/crm-server.ts';
import type { BrowserKind } from '#test/e2e/driver/extension-build.ts';

export interface DemoOptions {
  readonly browser: BrowserKind;
  /** A real CRM in place of the demo helpdesk. */
  readonly crm: CrmName | null;
}

export type ParsedDemoOptions =
  | { readonly ok: true; readonly options: DemoOptions }
  | { readonly ok: false; readonly message: string };

const choices = {
  '--browser': ['chromium', 'firefox'],
  '--crm': ['rt5', 'redmine'],
} as const;
type OptionName = keyof typeof choices;

/** What may be written after `npm run demo --`. */
export const demoUsage = Object.entries(choices)
  .map(([name, values]) => `  ${name} ${values.join('|')}`)
  .join('\n');

const isOption = (name: string): name is OptionName => Object.hasOwn(choices, name);

/** Reads `--name value` and `--name=value`; refuses everything else by name, with the choices there are. */
export function parseDemoOptions(args: readonly string[]): ParsedDemoOptions {
  const found = new Map<OptionName, string>();
  const refuse = (what: string): ParsedDemoOptions => ({
    ok: false,
    message: `${what}. The choices are:\n${demoUsage}`,
  });
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name = '', ...tail] = word.split('=');
    if (!isOption(name)) return refuse(`"${name}" is no option of the demo`);
    const value = tail.length > 0 ? tail.join('=') : rest.shift();
    if (value === undefined) return refuse(`${name} needs a value`);
    if (!choices[name].some((choice) => choice === value)) return refuse(`${name} can't be "${value}"`);
    if (found.has(name)) return refuse(`${name} is given twice`);
    found.set(name, value);
  }
  const browser = (found.get('--browser') ?? 'chromium') as BrowserKind;
  return { ok: true, options: { browser, crm: (found.get('--crm') ?? null) as CrmName | null } };
}
