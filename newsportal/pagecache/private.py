"""The layer of one process: pages by address, no more bytes than allowed, the ones unused for longest go first."""

from collections import OrderedDict
from threading import Lock


class Private:
    def __init__(self, most: int):
        # Pages with a query have a quarter of their own: whoever searches for a million words drives out no story.
        self.shelves = {False: Shelf(most * 3 // 4), True: Shelf(most // 4)}

    def get(self, address: str):
        return self.shelves["?" in address].get(address)

    def put(self, page) -> None:
        self.shelves["?" in page.address].put(page)

    def drop(self, page) -> None:
        self.shelves["?" in page.address].drop(page)


class Shelf:
    def __init__(self, most: int):
        self.most = most
        self.size = 0
        self.pages = OrderedDict()
        self.lock = Lock()

    def get(self, address: str):
        with self.lock:
            page = self.pages.get(address)
            if page is not None:
                self.pages.move_to_end(address)
            return page

    def put(self, page) -> None:
        with self.lock:
            if former := self.pages.pop(page.address, None):
                self.size -= former.size
            self.pages[page.address] = page
            self.size += page.size
            while self.size > self.most:
                _address, oldest = self.pages.popitem(last=False)
                self.size -= oldest.size

    def drop(self, page) -> None:
        with self.lock:
            if self.pages.get(page.address) is page:
                del self.pages[page.address]
                self.size -= page.size
