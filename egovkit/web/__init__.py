"""The page and the service (网页与服务): what `egovkit serve` shows and answers, and what the page asks in a browser alone.

`answers` is all of it without a network; `app` puts it on one, and needs the extra `web`.
"""
