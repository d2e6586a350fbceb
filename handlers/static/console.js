// The live console: when something changed, the page fetches itself and swaps the parts marked `data-live`.
// What somebody is writing is never touched. Without this file everything works; the page is then reloaded by hand.
(() => {
  "use strict";

  const live = document.getElementById("live");
  const told = document.body.dataset;
  let busy = false;
  let again = false;

  function warn(words) {
    if (live.textContent === words && !live.hidden) return;
    live.textContent = words;
    live.hidden = !words;
  }

  function units(seconds) {
    const minutes = Math.floor(seconds / 60), hours = Math.floor(minutes / 60);
    if (minutes < 1) return Math.floor(seconds) + " s";
    if (hours < 1) return minutes + " min";
    if (hours < 24) return hours + " h " + String(minutes % 60).padStart(2, "0") + " min";
    return Math.floor(hours / 24) + " d " + (hours % 24) + " h";
  }

  function tick() {
    document.querySelectorAll("[data-due]").forEach((clock) => {
      const left = Number(clock.dataset.due) - Date.now() / 1000;
      const words = (left < 0 ? told.over : told.left).replace("%s", units(Math.abs(left)));
      if (clock.textContent !== words) clock.textContent = words;
      clock.className = "clock " + (left < 0 ? "over" : left < Number(clock.dataset.third) ? "near" : "calm");
    });
  }

  function writing(part) {
    const fields = Array.from(part.querySelectorAll("textarea, select, input:not([type=hidden])"));
    return part.contains(document.activeElement) && /^(TEXTAREA|SELECT|INPUT)$/.test(document.activeElement.tagName) ||
      fields.some((field) => field.tagName === "SELECT" ? field.selectedIndex > 0 : field.type === "checkbox" ? field.checked : field.value !== field.defaultValue);
  }

  // Clocks tick by themselves and the state of a part may be named: what only moved is not new.
  function same(old, fresh) {
    if (old.dataset.state !== undefined) return old.dataset.state === fresh.dataset.state;
    return old.dataset.was === fresh.innerHTML;
  }

  // Only lines that are new or changed are touched, so that a screen reader reads these and no others.
  function patch(old, fresh) {
    const lines = Array.from(fresh.children);
    lines.forEach((line, n) => {
      if (!old.children[n]) old.appendChild(line);
      else if (old.children[n].outerHTML !== line.outerHTML) old.replaceChild(line, old.children[n]);
    });
    while (old.children.length > lines.length) old.removeChild(old.lastElementChild);
  }

  function swap(page) {
    document.title = page.title;
    document.querySelectorAll("[data-live]").forEach((old) => {
      const fresh = page.getElementById(old.id);
      if (!fresh || same(old, fresh)) return;
      if (writing(old)) {
        warn(told.changed);
        return;
      }
      const was = fresh.innerHTML;
      const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
      const end = old.id === "timeline" && near();
      if (old.dataset.patch !== undefined) patch(old, fresh);
      else old.innerHTML = fresh.innerHTML;
      old.className = fresh.className;
      if (fresh.dataset.state !== undefined) old.dataset.state = fresh.dataset.state;
      else old.dataset.was = was;
      if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
      if (end) bottom();
    });
    tick();
  }

  function refresh() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    fetch(location.href, { headers: { "X-Faro-Live": "1" }, credentials: "same-origin", cache: "no-store" }).then((answer) => {
      if (answer.status === 401) {
        location.reload();
        throw new Error("signed out");
      }
      return answer.text();
    }).then((text) => {
      warn("");
      swap(new DOMParser().parseFromString(text, "text/html"));
    }).catch(() => warn(told.off)).then(() => {
      busy = false;
      if (again) {
        again = false;
        refresh();
      }
    });
  }

  const say = document.getElementById("say");
  function near() {
    return say && say.getBoundingClientRect().top < window.innerHeight;
  }
  function bottom() {
    if (say) say.scrollIntoView({ block: "end" });
  }

  // The person sees that somebody is writing, where that is safe; the server decides.
  const words = document.getElementById("words");
  let shown = 0;
  if (say && words) words.addEventListener("input", () => {
    if (!words.value.trim() || Date.now() - shown < 4000) return;
    shown = Date.now();
    const csrf = say.querySelector("input[name=csrf]").value;
    fetch(say.action.replace(/say$/, "typing"), { method: "POST", credentials: "same-origin", body: new URLSearchParams({ csrf: csrf }) }).catch(() => null);
  });

  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "1";
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form && event.target.form.requestSubmit) event.target.form.requestSubmit();
    if (event.key === "Escape") document.querySelectorAll(".menu[open]").forEach((menu) => { menu.open = false; });
  });

  document.querySelectorAll("[data-live]").forEach((part) => { part.dataset.was = part.innerHTML; });
  setInterval(tick, 1000);
  if (say && !location.hash) bottom();

  const events = new EventSource("/staff/changes?since=" + told.version);
  events.onmessage = () => { if (!document.hidden) refresh(); else again = true; };
  events.addEventListener("out", () => location.reload());
  events.onerror = () => { if (events.readyState === EventSource.CLOSED) warn(told.off); };
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refresh(); });
})();
