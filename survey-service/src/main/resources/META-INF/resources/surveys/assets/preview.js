// Keeps the preview of the form up to date; without this, the button does it.
(() => {
  const form = document.getElementById('preview-form');
  if (!form) return;
  const show = () => form.requestSubmit();
  form.addEventListener('change', show);
  document.body.addEventListener('htmx:afterSwap', (swap) => {
    if (swap.detail.target.id === 'preview-definition') show();
  });
  show();
})();
