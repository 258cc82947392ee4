/** The chat widget of every page. */
for (const button of document.querySelectorAll<HTMLButtonElement>('.chat-open'))
  button.addEventListener('click', () => {
    const panel = button.nextElementSibling;
    if (panel instanceof HTMLElement) panel.hidden = !panel.hidden;
  });
