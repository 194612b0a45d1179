/** The one HTML page of the helpdesk; every address under `/tickets` gets it. */
export function shellPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Larkfield helpdesk</title>
<link rel="icon" href="/assets/larkfield.svg">
<link rel="stylesheet" href="/assets/helpdesk.css">
<script type="module" src="/assets/helpdesk.js"></script>
</head>
<body><div id="helpdesk-root"></div></body>
</html>
`;
}
