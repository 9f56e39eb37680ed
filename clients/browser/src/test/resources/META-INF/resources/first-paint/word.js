customElements.define('one-word', class extends HTMLElement {
  connectedCallback() {
    this.attachShadow({mode: 'open'}).append('Word');
  }
});
