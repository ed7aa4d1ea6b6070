(function () {
  var form = document.getElementById('find'), text = form.q, outcome = form.o, list = form.l, count = form.n;
  var records = Array.prototype.slice.call(document.querySelectorAll('[data-o]'));
  var words = records.map(function (r) { return r.textContent.toLowerCase(); });
  form.hidden = false;
  function find() {
    var wanted = text.value.toLowerCase().trim().split(/\s+/), shown = 0;
    records.forEach(function (r, i) {
      var ok = (!outcome.value || r.dataset.o === outcome.value) &&
        (!list.value || (' ' + (r.dataset.l || '') + ' ').indexOf(' ' + list.value + ' ') >= 0) &&
        wanted.every(function (w) { return words[i].indexOf(w) >= 0; });
      r.hidden = !ok;
      if (ok) { shown++; }
    });
    var all = shown === records.length;
    count.value = all ? '' : shown + ' of ' + records.length;
    document.querySelectorAll('details.fold').forEach(function (d) { if (!all) { d.open = true; } });
  }
  ['input', 'change'].forEach(function (e) { form.addEventListener(e, find); });
  form.addEventListener('submit', function (e) { e.preventDefault(); });
  form.addEventListener('reset', function () { setTimeout(find, 0); });
  document.addEventListener('keydown', function (e) {
    if (e.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) { e.preventDefault(); text.focus(); }
  });
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details:not(.more)').forEach(function (d) { d.dataset.was = d.open ? '1' : ''; d.open = true; });
  });
  window.addEventListener('afterprint', function () {
    document.querySelectorAll('details:not(.more)').forEach(function (d) { d.open = d.dataset.was === '1'; });
  });
  function target() {
    var r = location.hash && document.getElementById(location.hash.slice(1)), d = r && r.querySelector('details');
    if (d) { d.open = true; r.scrollIntoView(); }
  }
  window.addEventListener('hashchange', target);
  target();
})();
