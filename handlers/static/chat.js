// The chat page. Nothing is kept in the browser: the chat's secret lives in `secret` below and dies with the page.
// Written in ES2015 without modules, for browsers of Android 8. Without this file the page works by its form.
(() => {
  "use strict";

  const MINUTE = 60 * 1000;
  const WARN = 8 * MINUTE; // without use; the server ends the chat after ten
  const END = 10 * MINUTE;
  const LONGEST = 800; // characters of one message; longer texts leave in parts, so that none is cut off

  const $ = (id) => document.getElementById(id);
  const log = $("log"), status = $("status"), form = $("write"), text = $("text"), choices = $("choices"), fold = $("fold");
  let spoken = JSON.parse(document.body.dataset.spoken);
  let secret = null; // the chat, once something was said
  let opening = null;
  let after = ""; // the mark of the last thing that was read
  let number = 0; // of the last message of this page
  let used = Date.now();
  let stayed = Date.now();
  let over = false;
  let escaped = 0;
  let waiting = 0;
  let first = null; // of the answers that came together last
  let heard = 0;
  let sending = Promise.resolve(); // messages leave one after the other

  const word = (name) => spoken.words[name];
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  function make(tag, kind, words) {
    const node = document.createElement(tag);
    if (kind) node.className = kind;
    if (words) node.textContent = words;
    return node;
  }

  function sign(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", "/static/signs.svg#" + name);
    svg.setAttribute("aria-hidden", "true");
    svg.appendChild(use);
    return svg;
  }

  function tell(words, loud) {
    status.textContent = words || "";
    status.className = loud ? "status loud" : "status";
  }

  // ---- What is seen

  function mine(words) {
    const line = make("div", "line mine"), said = make("p", "", words);
    said.dir = "auto";
    line.appendChild(make("span", "unseen", word("you") + " "));
    line.appendChild(said);
    log.appendChild(line);
    show(line, line);
    return line;
  }

  function theirs(given) {
    const line = make("div", given.urgent ? "line faro urgent" : "line faro");
    line.lang = given.lang;
    line.dir = given.dir;
    line.appendChild(make("span", "unseen", word("faro") + " "));
    line.appendChild(pieces(given.parts));
    if (given.pin) line.appendChild(pin(given.pin));
    if (given.paper) line.appendChild(paper(given.paper));
    if (given.buttons.length || given.place) line.appendChild(buttons(given));
    log.appendChild(line);
    return line;
  }

  function pieces(parts) {
    const said = make("p");
    parts.forEach((part) => {
      if (part[0] === "text") {
        said.appendChild(document.createTextNode(part[1]));
        return;
      }
      if (part[0] === "code") {
        said.appendChild(make("bdi", "", part[1])).dir = "ltr";
        return;
      }
      const link = make("a", "", part[1]);
      link.href = part[2];
      link.dir = "ltr";
      if (part[0] === "open") {
        link.rel = "noreferrer noopener";
        link.target = "_blank";
      }
      said.appendChild(link);
    });
    return said;
  }

  function pin(given) {
    const said = make("p"), link = make("a", "", given.name + " · " + word("map"));
    link.href = "geo:" + given.at + "?q=" + given.at;
    said.appendChild(link);
    return said;
  }

  // A file that is saved only when the person says so; it dies with the page.
  function paper(given) {
    const said = make("p"), link = make("a", "", given.name);
    link.href = URL.createObjectURL(new Blob([given.text], { type: "text/plain;charset=utf-8" }));
    link.download = given.name;
    link.dir = "ltr";
    said.appendChild(link);
    return said;
  }

  function buttons(given) {
    const row = make("div", "buttons");
    given.buttons.forEach((pair) => {
      const button = make("button", "", pair[0]);
      button.type = "button";
      button.onclick = () => say({ press: pair[1] }, pair[0]);
      row.appendChild(button);
    });
    if (given.place && navigator.geolocation) {
      const button = make("button", "", given.place);
      button.type = "button";
      button.onclick = place;
      row.appendChild(button);
    }
    return row;
  }

  function keyboard(pairs) {
    choices.textContent = "";
    choices.classList.toggle("plain", !pairs.some((pair) => pair[1]));
    pairs.forEach((pair) => {
      const button = make("button", "choice " + pair[1]);
      button.type = "button";
      if (pair[1]) button.appendChild(sign(pair[1]));
      button.appendChild(make("span", "", pair[0]));
      button.onclick = () => say({ text: pair[0] }, pair[0]);
      choices.appendChild(button);
    });
  }

  function folded(yes) {
    choices.classList.toggle("folded", yes);
    fold.setAttribute("aria-expanded", String(!yes));
  }

  // Scrolls so that all from `first` to `last` is seen; what is longer than the screen is shown from its beginning.
  function show(first, last) {
    const head = document.querySelector(".top").offsetHeight + 12, foot = window.innerHeight - form.offsetHeight - 16;
    const top = first.getBoundingClientRect().top, bottom = last.getBoundingClientRect().bottom;
    if (bottom - top > foot - head) window.scrollBy(0, top - head);
    else if (bottom > foot || top < head) window.scrollBy(0, bottom - foot);
  }

  function take(lines) {
    let last = null;
    // Answers that come together are one: the first words of it, such as those of safety, stay in sight.
    if (Date.now() - heard > 4000) first = null;
    heard = Date.now();
    lines.forEach((given) => {
      if (given.do === "clear") {
        clear();
        first = null;
        return;
      }
      last = theirs(given);
      first = first || last;
      if (given.keyboard.length) {
        keyboard(given.keyboard);
        folded(false);
      }
      if (given.hide) folded(true);
      if (given.lang !== spoken.lang) translate(given.lang);
    });
    if (last) {
      waiting = 0;
      tell("");
      show(first, last);
    }
  }

  // The person asked to clear the chat: all that stands here goes; the neutral answer comes after it.
  function clear() {
    log.textContent = "";
    window.scrollTo(0, 0);
  }

  function grow() {
    text.style.height = "auto";
    text.style.height = Math.min(text.scrollHeight, 144) + "px";
  }

  // ---- What is sent

  function post(path, body) {
    const headers = { "Content-Type": "application/json" };
    if (secret) headers["X-Faro-Chat"] = secret;
    return fetch(path, { method: "POST", headers: headers, body: body ? JSON.stringify(body) : "", cache: "no-store" });
  }

  function open() {
    if (secret) return Promise.resolve();
    opening = opening || post("/chat/open").then((answer) => {
      opening = null;
      if (!answer.ok) throw new Error("busy");
      return answer.json();
    }).then((given) => {
      secret = given.secret;
      after = "";
      updates(secret);
    }).catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  function say(what, words) {
    if (over) return;
    use();
    folded(true);
    first = null;
    const line = mine(words);
    what.n = ++number;
    what.language = spoken.lang;
    sending = sending.then(() => deliver(what, line, 0));
  }

  // Tried until it is stored: what a person wrote is never dropped in silence.
  function deliver(what, line, tries) {
    if (over) return Promise.resolve();
    return open().then(() => post("/chat/say", what)).then((answer) => {
      if (answer.ok) {
        note(line, "");
        expect();
        return null;
      }
      if (answer.status === 410) secret = null; // ended meanwhile: a new chat takes the words
      if (answer.status === 413 || answer.status === 400) return note(line, word("too-long"));
      if (answer.status === 429) note(line, word("too-many"));
      else if (answer.status >= 500) note(line, word("not-sent"));
      return again(what, line, tries, answer.status === 429 ? 10000 : 0);
    }, (error) => {
      note(line, error.message === "busy" ? word("busy") : word("not-sent"));
      return again(what, line, tries, 0);
    });
  }

  function again(what, line, tries, least) {
    return pause(Math.max(least, Math.min(1000 * Math.pow(2, tries), 15000))).then(() => deliver(what, line, tries + 1));
  }

  function note(line, words) {
    let state = line.querySelector(".state");
    if (!state && words) state = line.appendChild(make("span", "state"));
    if (state) state.textContent = words;
  }

  function expect() {
    const now = ++waiting;
    pause(700).then(() => {
      if (waiting !== now) return;
      tell(word("wait"));
      status.classList.add("dots");
      pause(9000).then(() => { if (waiting === now) tell(""); });
    });
  }

  function parts(words) {
    const found = [];
    let rest = words.trim();
    while (rest.length > LONGEST) {
      let cut = Math.max(rest.lastIndexOf(" ", LONGEST), rest.lastIndexOf("\n", LONGEST));
      if (cut < LONGEST / 2) cut = LONGEST;
      found.push(rest.slice(0, cut).trim());
      rest = rest.slice(cut).trim();
    }
    if (rest) found.push(rest);
    return found;
  }

  function write() {
    parts(text.value).forEach((part) => say({ text: part }, part));
    text.value = "";
    grow();
    text.focus();
  }

  function place() {
    use();
    tell(word("location"));
    navigator.geolocation.getCurrentPosition((found) => {
      tell("");
      say({ latitude: found.coords.latitude, longitude: found.coords.longitude }, word("location-sent"));
    }, () => tell(word("location-not"), true), { timeout: 15000, maximumAge: 60000 });
  }

  // ---- What arrives

  // Somebody of the team is writing: said for a few seconds, and taken back when it did not go on.
  let writing = 0;
  function writes() {
    tell(word("writing"));
    clearTimeout(writing);
    writing = setTimeout(silent, 6000);
  }
  function silent() {
    if (status.textContent === word("writing")) tell("");
  }

  function updates(chat) {
    let failures = 0;
    const next = () => {
      if (over || secret !== chat) return;
      fetch("/chat/updates?after=" + encodeURIComponent(after), { headers: { "X-Faro-Chat": chat }, cache: "no-store" }).then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      }).then((given) => {
        if (over || secret !== chat) return;
        if (failures > 1) tell("");
        failures = 0;
        if (given.ended) {
          secret = null;
          end();
          return;
        }
        after = given.after;
        take(given.lines);
        if (given.lines.length) silent();
        if (given.typing) writes();
        next();
      }).catch(() => {
        failures += 1;
        if (failures === 2 && !over) tell(word("not-connected"));
        pause(Math.min(500 * Math.pow(2, failures), 15000)).then(next);
      });
    };
    next();
  }

  // ---- Language

  function translate(language) {
    return fetch("/chat/words?l=" + language, { cache: "no-store" }).then((answer) => answer.json()).then((given) => {
      const before = spoken;
      spoken = given;
      document.documentElement.lang = given.lang;
      document.documentElement.dir = given.dir;
      label($("leave"), "leave");
      $("leave").title = word("leave-hint");
      document.querySelector(".languages summary span").textContent = given.name;
      document.querySelector(".languages summary").setAttribute("aria-label", word("language") + ": " + given.name);
      Array.from(document.querySelectorAll(".languages a")).forEach((link) => {
        if (link.lang === given.lang) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
      text.placeholder = word("write");
      document.querySelector("label[for=text]").textContent = word("write");
      $("send").setAttribute("aria-label", word("send"));
      fold.setAttribute("aria-label", word("choices"));
      choices.setAttribute("aria-label", word("choices"));
      log.setAttribute("aria-label", word("chat"));
      const first = choices.querySelector(".choice span");
      if (first && before.choices.some((pair) => pair[0] === first.textContent)) keyboard(given.choices);
    }).catch(() => null);
  }

  function label(node, name) {
    node.textContent = word(name);
  }

  // ---- The end

  function use() {
    used = Date.now();
    if (status.classList.contains("loud")) tell("");
    if (secret && used - stayed > 2 * MINUTE) {
      stayed = used;
      post("/chat/stay").catch(() => null);
    }
  }

  function stay() {
    stayed = 0;
    use();
  }

  function look() {
    if (over || !secret) return;
    const idle = Date.now() - used;
    if (idle >= END) end();
    else if (idle >= WARN && !status.classList.contains("loud")) warn();
  }

  function warn() {
    tell(word("still-there"), true);
    const button = make("button", "", word("still-here"));
    button.type = "button";
    button.onclick = () => { stay(); text.focus(); };
    status.appendChild(button);
  }

  function farewell() {
    over = true;
    if (!secret) return;
    if (navigator.sendBeacon) navigator.sendBeacon("/chat/leave", secret);
    else fetch("/chat/leave", { method: "POST", body: secret }).catch(() => null);
    secret = null;
  }

  function end() {
    farewell();
    const again = make("button", "", word("start-again")), page = make("div", "over");
    again.type = "button";
    again.onclick = () => location.replace("/?l=" + spoken.lang);
    page.appendChild(make("p", "", word("ended")));
    page.appendChild(again);
    log.textContent = "";
    form.hidden = true;
    tell("");
    document.querySelector("main").appendChild(page);
    again.focus();
  }

  function leave() {
    farewell();
    document.documentElement.className = "gone";
    log.textContent = "";
    text.value = "";
    document.title = " ";
    location.replace(document.body.dataset.neutral);
  }

  // ---- Beginning

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    write();
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      write();
    }
  });
  text.addEventListener("input", () => { use(); grow(); });
  fold.addEventListener("click", () => {
    const shut = choices.classList.contains("folded");
    if (shut) keyboard(spoken.choices);
    folded(!shut);
  });
  $("leave").addEventListener("click", (event) => { event.preventDefault(); leave(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const now = Date.now();
    if (now - escaped < 800) leave();
    escaped = now;
    $("languages").open = false;
  });
  $("languages").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    $("languages").open = false;
    if (!secret) location.replace(link.href);
    else translate(link.lang).then(() => say({ press: "language:" + link.lang }, link.textContent));
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#languages")) $("languages").open = false;
  });
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", farewell);
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  setInterval(look, 5000);

  keyboard(spoken.choices);
  fold.hidden = false;
  text.value = "";
})();
