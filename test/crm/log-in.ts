import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { CrmName, RunningCrm } from './crm-server.ts';

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Where the system's Chromium is; CHROMIUM_PATH goes first. Throws if there is none. */
export function chromiumPath(): string {
  const places = [
    process.env.CHROMIUM_PATH ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = places.find((place) => place !== '' && existsSync(place));
  if (!found) throw new Error('No Chromium found: install the package "chromium" or set CHROMIUM_PATH.');
  return found;
}

/** The fields of each CRM's login form. */
export const LOGIN_FORMS: Record<CrmName, { path: string; user: string; password: string; submit: string }> = {
  rt5: {
    path: '/',
    user: 'input[name="user"]',
    password: 'input[name="pass"]',
    submit: '#login-box input[type="submit"], form#login input[type="submit"]',
  },
  redmine: { path: '/login', user: '#username', password: '#password', submit: '#login-submit' },
};

/** Logs the agent in through the CRM's own form, and waits until the form is gone. */
export async function logIn(page: Page, name: CrmName, crm: RunningCrm): Promise<void> {
  const form = LOGIN_FORMS[name];
  await page.goto(crm.url + form.path);
  await page.fill(form.user, crm.login.user);
  await page.fill(form.password, crm.login.password);
  await page.locator(form.submit).first().click();
  await page.locator(form.password).waitFor({ state: 'detached' });
}
