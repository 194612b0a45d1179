const admin = { username: 'admin', password: 'rm-e2e-pass' };

function tokenOf(html: string): string {
  const token = /name="csrf-token" content="([^"]+)"/.exec(html)?.[1];
  if (!token) throw new Error('Redmine shows no form token');
  return token;
}

/** Sets what Redmine's notes are written in, by the administrator's own settings page. */
export async function setRedmineFormatting(url: string, format: 'textile' | 'markdown' | 'common_mark'): Promise<void> {
  let cookie = '';
  const ask = async (path: string, fields?: Record<string, string>): Promise<string> => {
    const response = await fetch(url + path, {
      headers: { cookie },
      redirect: 'manual',
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    });
    if (response.status >= 400) throw new Error(`Redmine answered ${response.status} to ${path}`);
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return response.text();
  };
  await ask('/login', { ...admin, authenticity_token: tokenOf(await ask('/login')) });
  const authenticity_token = tokenOf(await ask('/settings'));
  await ask('/settings/edit?tab=general', { authenticity_token, 'settings[text_formatting]': format });
  const chosen = new RegExp(`selected="selected" value="${format}"`);
  if (!chosen.test(await ask('/settings'))) throw new Error(`Redmine did not take ${format}`);
}
