import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripHtml } from './strip-html.ts';

export type CrmName = 'rt5' | 'redmine';

export interface RunningCrm {
  readonly ok: true;
  /** Origin without a slash at the end. */
  readonly url: string;
  /** The support agent. */
  readonly login: { readonly user: string; readonly password: string };
  /** The page a ticket is read on. */
  ticketUrl(id: number | string): string;
  /** The page its reply is written on (the same one where the CRM has one page). */
  replyUrl(id: number | string): string;
  /** The texts of a ticket's messages as the CRM itself has stored them, oldest first. */
  readBack(id: number | string): Promise<string[]>;
  stop(): Promise<void>;
}
export type StartedCrm = RunningCrm | { readonly ok: false; readonly reason: string };

interface Script {
  readonly exitCode: number;
  readonly output: string;
}

function runScript(name: CrmName, args: readonly string[] = []): Promise<Script> {
  return new Promise((resolve) => {
    const child = spawn('bash', [fileURLToPath(new URL(`./${name}-up.sh`, import.meta.url)), ...args]);
    let output = '';
    child.stdout.on('data', (data) => (output += String(data)));
    child.stderr.on('data', (data) => (output += String(data)));
    child.on('error', (error) => resolve({ exitCode: 1, output: error.message }));
    child.on('exit', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

async function getJson(url: string, user: string, password: string): Promise<unknown> {
  const credentials = Buffer.from(`${user}:${password}`).toString('base64');
  const response = await fetch(url, { headers: { authorization: `Basic ${credentials}`, accept: 'application/json' } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 200)}`);
  return response.json();
}

interface RtPart {
  readonly ContentType: string;
  readonly TransactionId: string;
  readonly Content: string;
}

function textOfParts(parts: readonly RtPart[]): string[] {
  const html = parts.find(({ ContentType }) => ContentType === 'text/html');
  if (html) return [stripHtml(html.Content)];
  return parts.filter(({ ContentType }) => ContentType === 'text/plain').map(({ Content }) => Content);
}

/** Read back through RT's own REST 2 interface: a transaction per message, an attachment per MIME part. */
function rt5(): RunningCrm {
  const url = `http://127.0.0.1:${process.env.RT5_PORT ?? 8101}`;
  const rootPassword = process.env.RT5_ROOT_PW ?? 'rt5-e2e-pass';
  const login = { user: 'agent', password: process.env.RT5_AGENT_PW ?? 'agent-e2e-pass' };
  return {
    ok: true,
    url,
    login,
    ticketUrl: (id) => `${url}/Ticket/Display.html?id=${id}`,
    replyUrl: (id) => `${url}/Ticket/Update.html?id=${id}&Action=Respond`,
    readBack: async (id) => {
      const read = async <T>(path: string): Promise<T[]> =>
        ((await getJson(`${url}/REST/2.0/ticket/${id}/${path}&per_page=100`, 'root', rootPassword)) as { items: T[] })
          .items;
      const events = await read<{ id: string; Type: string }>('history?fields=Type');
      const parts = await read<RtPart>('attachments?fields=ContentType,TransactionId,Content');
      return events
        .filter(({ Type }) => ['Create', 'Correspond', 'Comment'].includes(Type))
        .flatMap((event) => textOfParts(parts.filter(({ TransactionId }) => TransactionId === event.id)));
    },
    stop: async () => void (await runScript('rt5', ['stop'])),
  };
}

function redmine(): RunningCrm {
  const url = `http://127.0.0.1:${process.env.RM_PORT ?? 8104}`;
  const login = { user: 'agent', password: 'rm-agent-pass' };
  return {
    ok: true,
    url,
    login,
    ticketUrl: (id) => `${url}/issues/${id}`,
    replyUrl: (id) => `${url}/issues/${id}`,
    readBack: async (id) => {
      const { issue } = (await getJson(`${url}/issues/${id}.json?include=journals`, 'admin', 'rm-e2e-pass')) as {
        issue: { description: string; journals: { notes?: string }[] };
      };
      return [issue.description, ...issue.journals.map(({ notes }) => notes ?? '')].filter((text) => text !== '');
    },
    stop: async () => void (await runScript('redmine', ['stop'])),
  };
}

/** True where the Debian packages can be installed without asking, or are there already. */
function whyNot(): string | null {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return 'needs Debian (apt)';
  if (process.getuid?.() !== 0) return 'needs root to install and run the Debian package';
  return null;
}

/**
 * Brings up a real CRM on a loopback port, installing it first where needed (the first time takes minutes), with its
 * seeded tickets; `fresh` forgets what earlier runs wrote. `ok: false` with a reason where this machine can't.
 */
export async function startCrm(name: CrmName, { fresh = false } = {}): Promise<StartedCrm> {
  const obstacle = whyNot();
  if (obstacle) return { ok: false, reason: `${name}: ${obstacle}` };
  if (fresh) await runScript(name, ['reset']);
  const { exitCode, output } = await runScript(name);
  if (exitCode !== 0) return { ok: false, reason: `${name} did not come up: ${output.slice(-800)}` };
  return name === 'rt5' ? rt5() : redmine();
}
