(function () {
  var hands = document.getElementsByName('hand');
  var say = function (word) { for (var i = 0; i < hands.length; i++) hands[i].value = word; };
  say('none');
  ['pointerdown', 'keydown', 'click'].forEach(function (kind) {
    addEventListener(kind, function (event) { if (event.isTrusted) say('seen'); }, true);
  });
})();
