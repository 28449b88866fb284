/** The style of the pages: one column that fits a phone, in the colours that the reader's system is set to. */
export const style = `:root{color-scheme:light dark;--ink:light-dark(#1b1b1b,#ececec);--paper:light-dark(#fff,#17191c);--line:light-dark(#6b6b6b,#8f8f8f);--accent:light-dark(#0b4f8a,#9fd0ff);--wrong:light-dark(#a11212,#ffb0a8)}
*{box-sizing:border-box}
body{max-width:44rem;margin:0 auto;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2{line-height:1.25}
a{color:var(--accent)}
nav ul{list-style:none;display:flex;gap:1rem;margin:0;padding:0}
nav a,nav span{display:inline-block;padding:.5rem 0}
fieldset,.field{margin:0 0 1.5rem;padding:0;border:0;min-width:0}
legend,.field>label{display:block;padding:0;font-weight:600}
.hint,.needed{font-weight:400}
.hint{margin:.25rem 0}
.choice{display:flex;gap:.75rem;align-items:flex-start;min-height:2.75rem;padding:.5rem 0}
.choice input{flex:none;width:1.5rem;height:1.5rem;margin:0}
.choice label{flex:1}
input[type=text]{width:8rem;max-width:100%;min-height:2.75rem;padding:.4rem .5rem;border:1px solid var(--line);border-radius:.25rem;background:var(--paper);color:var(--ink);font:inherit}
button{min-height:2.75rem;padding:.5rem 1rem;border:1px solid var(--accent);border-radius:.25rem;background:var(--paper);color:var(--accent);font:inherit;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.problems{margin:0 0 1.5rem;padding:.5rem 1rem;border:3px solid var(--wrong)}
.problems h2{margin:0}
.problems a,.fault{color:var(--wrong)}
.fault{margin:.25rem 0;font-weight:600}
.faulty{padding-left:.75rem;border-left:4px solid var(--wrong)}
@media print{:root{color-scheme:light}form button,nav{display:none}}`
