import { ConfigurationProblem } from '../configuration/load-configuration.ts';
import { textsOf } from '../i18n/texts.ts';
import { ParentRefused } from '../parent/accept-parent.ts';

/** Says why there is no chat, to the customer and to whoever set it up. */
export function showFailure(page: Document, error: unknown): void {
  const texts = textsOf(page.defaultView?.navigator.language ?? 'en-US');
  const lines = linesOf(error);
  const box = page.createElement('main');
  box.className = 'failure';
  box.setAttribute('role', 'alert');
  const title = page.createElement('h1');
  title.textContent = texts(error instanceof ParentRefused ? 'notAllowed' : 'notConfigured');
  const help = page.createElement('p');
  help.textContent = texts('notConfiguredHelp');
  const list = page.createElement('ul');
  list.append(
    ...lines.map((line) => {
      const item = page.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
  box.append(title, help, list);
  page.body.replaceChildren(box);
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof ConfigurationProblem) return error.lines;
  return [error instanceof Error ? error.message : String(error)];
}
