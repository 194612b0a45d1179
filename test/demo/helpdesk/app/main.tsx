import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './theme.css';
import './shell.css';
import './ticket.css';
import './composer.css';

const root = document.getElementById('helpdesk-root');
if (root) createRoot(root).render(<App />);
