/** Whether keys go into a text that can be changed. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([readonly]), textarea:not([readonly]), select, [contenteditable]') !== null;
