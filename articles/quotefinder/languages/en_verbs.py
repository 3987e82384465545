"""English: verbs of saying."""

# With their subject before them or after them.
SAYING = """
    said says say saying told tells tell added adds add wrote writes write tweeted tweets posted asked asks replied
    replies responded responds answered explained explains continued continues insisted insists argued argues declared
    declares announced announces stated states noted notes observed warned warns claimed claims acknowledged admitted
    admits conceded confirmed confirms denied denies stressed emphasized emphasised pointed remarked joked quipped
    recalled recalls shouted yelled cried exclaimed whispered muttered demanded pleaded urged begged concluded
    concludes suggested suggests maintained complained complains lamented vowed pledged promised predicted testified
    mused countered retorted reiterated repeated echoed agreed boasted bragged thundered commented opined wondered
    believes believed thinks thought hopes hoped feels felt read reads reported reports quoted affirmed affirms
    underlined underlines underscored highlighted informed expounded revealed reveals disclosed assured cheered chimed
    chuckled grumbled fumed tweeting proclaimed testifies estimated conveyed relayed recounted retold cautioned
    asserted asserts alleged alleges contended contends charged accused advised snapped sighed laughed summed
    elaborated clarified volunteered adamant
"""

# "Critics argue": the plural present of verbs that are no nouns; such verbs do not stand before their subject.
PRESENT = """
    acknowledge admit allege argue assert believe caution complain concede conclude confirm contend declare deny
    emphasize explain insist lament maintain observe predict recall reply suggest warn wonder yelling shouting
    chanting screaming whispering chanted chant
"""
