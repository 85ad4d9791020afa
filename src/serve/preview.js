"use strict";
{
  const { version } = document.currentScript.dataset;
  const events = new EventSource(`/__baspa/events?page=${location.pathname}`);
  events.onmessage = (event) => {
    if (event.data === version) return;
    events.close();
    location.reload();
  };
}
